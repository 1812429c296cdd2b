export type { HostProcessor } from './unified/host-processor.ts'
export { type RemarkMicrosoftOptions, remarkMicrosoft } from './unified/remark-microsoft.ts'
export { type LocaleOfFile, type RemarkSxsOptions, remarkSxs as default } from './unified/remark-sxs.ts'
