/** Name of the file in the output folder that lists what Lockstep wrote there. */
export const MANIFEST_FILE = '.lockstep-manifest.json'

/**
 * Name of the file that exists in the output folder during a build: it names the process and lists files
 * before they are written.
 */
export const JOURNAL_FILE = '.lockstep-journal'
