import type { LanguageFn, Mode } from 'highlight.js'

const KEYWORDS = `adjoint and apply as auto body borrow borrowing controlled distribute elif else fail fixup for function
  if import in internal intrinsic invert is let mutable namespace new newtype not open operation or export repeat
  return self set struct until use using while within`

/** Grammar of Q#; that of the package `highlightjs-qsharp` throws. */
export const qsharp: LanguageFn = ({ COMMENT, C_NUMBER_MODE, C_LINE_COMMENT_MODE }) => {
  const keywords = {
    keyword: KEYWORDS.split(/\s+/),
    type: 'BigInt Bool Double Int Pauli Qubit Range Result String Unit'.split(' '),
    literal: 'Adj Ctl One PauliI PauliX PauliY PauliZ Zero false true'.split(' '),
  }
  const inserted: Mode = { scope: 'subst', begin: /\{/, end: /\}/, keywords }
  const strings: Mode = {
    scope: 'string',
    variants: [
      { begin: /\$"/, end: /"|$/, contains: [{ begin: /\\./ }, inserted] },
      { begin: /"/, end: /"|$/, contains: [{ begin: /\\./ }] },
    ],
  }
  inserted.contains = [strings, C_NUMBER_MODE]
  return {
    name: 'Q#',
    keywords,
    contains: [
      COMMENT('///', '$'),
      C_LINE_COMMENT_MODE,
      strings,
      C_NUMBER_MODE,
      { scope: 'meta', begin: /@[A-Za-z]\w*/ },
      {
        begin: [/\b(?:operation|function|newtype|namespace|open)/, /\s+/, /[A-Za-z][\w.]*/],
        beginScope: { 1: 'keyword', 3: 'title' },
      },
    ],
  }
}
