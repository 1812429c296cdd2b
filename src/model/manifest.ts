/** Name of the file, in the output folder, that lists what Lockstep wrote there. */
export const MANIFEST_FILE = '.lockstep-manifest.json'
