/** Milliseconds after which a child process is taken for one that hangs: far more than any needs on a busy machine. */
export const HANG = 300_000
