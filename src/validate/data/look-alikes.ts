const CYRILLIC = 'АВЕЅІЈКМНОРСТХУасеѕіјорхуһԁԛԝ'
const LATIN_OF_CYRILLIC = 'ABESIJKMHOPCTXYacesijopxyhdqw'
const GREEK = 'ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονϲ'
const LATIN_OF_GREEK = 'ABEZHIKMNOPTYXovc'

/** Cyrillic and Greek letters that look like a Latin one (Unicode, UTS #39 “Unicode Security Mechanisms”, `confusables.txt`). */
export const LATIN_LOOK_ALIKES: ReadonlyMap<string, string> = new Map(
  [...(CYRILLIC + GREEK)].map((letter, at) => [letter, (LATIN_OF_CYRILLIC + LATIN_OF_GREEK)[at]!]),
)
