/** Name of the file, in the output folder, that lists what Lockstep wrote there. */
export const MANIFEST_FILE = '.lockstep-manifest.json'

/** Name of the file, in the output folder, that is there while a build writes: who builds, and what is written before it is. */
export const JOURNAL_FILE = '.lockstep-journal'
