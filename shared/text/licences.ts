/** The list of everything that the app is made of, and its licences. */
export const licencesText = {
  title: 'Licences',
  description:
    'Streamwright is free software under the MIT licence. It is made with the packages and typefaces below.',
  open: 'Licences of what is inside',
  search: 'Search by name or licence',
  list: 'Packages and typefaces',
  found: (count: number) => (count === 1 ? '1 package' : `${count} packages`),
  none: 'Nothing is called like that.',
  version: (version: string, licence: string) => `Version ${version}, ${licence}`,
  system:
    'Electron contains Chromium and Node.js. Their licences come with the installed app, in the file LICENSES.chromium.html beside the program.',
} as const;
