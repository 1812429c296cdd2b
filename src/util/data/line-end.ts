/** The byte of a line feed. */
export const LINE_END = 0x0a
