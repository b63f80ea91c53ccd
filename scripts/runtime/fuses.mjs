const WIRE_SENTINEL = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX');

/** Sets fuses (position in the wire: true or false) in the bytes of an Electron executable. */
export function setFuses(executable, wanted) {
  const at = executable.indexOf(WIRE_SENTINEL);
  if (at < 0 || executable.indexOf(WIRE_SENTINEL, at + 1) >= 0)
    throw new Error('fuse wire not found exactly once');
  const version = executable[at + WIRE_SENTINEL.length];
  const length = executable[at + WIRE_SENTINEL.length + 1];
  if (version !== 1) throw new Error(`fuse wire of unknown version ${version}`);
  for (const [position, isOn] of Object.entries(wanted)) {
    if (Number(position) < length)
      executable[at + WIRE_SENTINEL.length + 2 + Number(position)] = isOn ? 0x31 : 0x30;
  }
}
