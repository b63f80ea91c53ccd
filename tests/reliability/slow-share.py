"""Shows a folder at another place where every operation takes a while, as on a slow share: slow-share.py FOLDER PLACE SECONDS"""
import os
import sys
import time

import fusepy


class SlowShare(fusepy.Operations):
    def __init__(self, folder, delay):
        self.folder = folder
        self.delay = delay

    def __call__(self, op, path, *args):
        time.sleep(self.delay)
        return getattr(self, op)(self.folder + path, *args)

    def getattr(self, path, fh=None):
        found = os.fstat(fh) if fh else os.lstat(path)
        names = ("st_mode", "st_nlink", "st_size", "st_uid", "st_gid", "st_atime", "st_mtime", "st_ctime")
        return {name: getattr(found, name) for name in names}

    def readdir(self, path, fh):
        return [".", "..", *os.listdir(path)]

    def open(self, path, flags):
        return os.open(path, flags)

    def create(self, path, mode, fi=None):
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, mode)

    def read(self, path, size, offset, fh):
        return os.pread(fh, size, offset)

    def write(self, path, data, offset, fh):
        return os.pwrite(fh, data, offset)

    def truncate(self, path, length, fh=None):
        os.truncate(fh if fh else path, length)

    def flush(self, path, fh):
        return 0

    def fsync(self, path, datasync, fh):
        os.fsync(fh)

    def fsyncdir(self, path, datasync, fh):
        return 0

    def release(self, path, fh):
        os.close(fh)

    def rename(self, path, new):
        os.rename(path, self.folder + new)

    def unlink(self, path):
        os.unlink(path)

    def chmod(self, path, mode):
        os.chmod(path, mode)

    def chown(self, path, uid, gid):
        os.chown(path, uid, gid)

    def access(self, path, mode):
        return 0


fusepy.FUSE(SlowShare(sys.argv[1], float(sys.argv[3])), sys.argv[2], foreground=True, allow_other=True)
