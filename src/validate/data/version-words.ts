/** English words directly before a number that make it a version or a position: “version 2.0”, “section 5.1”. */
export const VERSION_WORDS: ReadonlySet<string> = new Set([
  'build',
  'chapter',
  'edition',
  'figure',
  'release',
  'releases',
  'revision',
  'section',
  'ver',
  'version',
  'versions',
])

/** Names that can begin a sentence; other capitalized words there are words of language (“Minimum 1.6”). */
export const VERSIONED_NAMES: ReadonlySet<string> = new Set(
  'access android apache bluetooth chrome debian docker edge exchange excel firefox fedora hadoop java kerberos kubernetes linux lync mac node office openssl oracle outlook php postfix powershell python ruby safari shader silverlight skype teams ubuntu visio windows word xcode'.split(
    ' ',
  ),
)

/** Abbreviations of measures and scores, of which a number is a value. */
export const MEASURES: ReadonlySet<string> = new Set(
  'AVG BER CPU JND MAX MIN MOS NMOS RTT SD SLA SMOS SNR'.split(' '),
)

/** Units behind a number that make it a measure, in English. */
export const UNITS: RegExp =
  /^[\s\u00A0-]{0,2}(?:%|percent|[kKMGT]i?[bB](?:its?|ytes?|ps)?\b|[kMG]?Hz|[kmg]iga|mega|kilo|milli|bits?\b|bytes?\b|times\b|x\b|hours?\b|minutes?\b|seconds?\b|days?\b|ms\b|million|billion|thousand|inch|cm\b|mm\b|kg\b|points?\b|users?\b|cores?\b|dB)/i
