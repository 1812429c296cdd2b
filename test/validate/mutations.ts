/** A defect to plant into the target of a unit: what it is, which rule is to find it, and how it is made. */
export interface Mutation {
  readonly name: string
  /** Any of these rules finds it. */
  readonly rules: readonly string[]
  /** The least share of the planted defects to find. Default: 0.95. */
  readonly least?: number
  /** The damaged target; `undefined` where the unit does not lend itself. */
  readonly plant: (source: string, target: string, random: () => number) => string | undefined
}

const only = (target: string, pattern: RegExp): string | undefined => {
  const found = target.match(new RegExp(pattern, `${pattern.flags.replace('g', '')}g`)) ?? []
  return found.length === 1 ? found[0] : undefined
}

/** Replaces what both sides have exactly once. */
function replaceShared(
  source: string,
  target: string,
  pattern: RegExp,
  put: (found: string) => string,
): string | undefined {
  const [ours, theirs] = [only(source, pattern), only(target, pattern)]
  return ours !== undefined && ours === theirs ? target.replace(theirs, () => put(theirs)) : undefined
}

const isPlain = (text: string) => !/[`<[\]*_&\\]/.test(text)

/** Every kind of defect that the rules promise to find in the text of a unit. */
export const MUTATIONS: readonly Mutation[] = [
  {
    name: 'a digit dropped',
    rules: ['number-equal', 'literal-token'],
    plant: (source, target) =>
      isPlain(source) && isPlain(target)
        ? replaceShared(source, target, /(?<![\w.,:/-])\d{2,4}(?![\w.,:/%-])/u, (number) =>
            number.slice(0, -1),
          )
        : undefined,
  },
  {
    name: 'a command translated',
    rules: ['literal-cmdlet', 'code-equal'],
    plant: (source, target) =>
      replaceShared(source, target, /\b(?:Get|Set|New|Remove)-Cs[A-Za-z]+\b/, (name) =>
        name.replace(/^\w+/, 'Obtenir'),
      ),
  },
  {
    name: 'the letter case of a command changed',
    rules: ['literal-case', 'code-equal'],
    plant: (source, target) =>
      replaceShared(source, target, /\b(?:Get|Set|New|Remove)-Cs[A-Za-z]+\b/, (name) => name.toLowerCase()),
  },
  {
    name: 'a link lost',
    rules: ['inline-equal'],
    plant: (source, target) => replaceShared(source, target, /\]\([^()\s]+\.md\)/, () => ']'),
  },
  {
    name: 'code changed',
    rules: ['code-equal'],
    plant: (source, target) => replaceShared(source, target, /`[^`\s]{3,}`/, (code) => `\`x${code.slice(2)}`),
  },
  {
    name: 'an address changed',
    rules: ['literal-token', 'inline-equal'],
    plant: (source, target) =>
      replaceShared(source, target, /https?:\/\/[\w./-]+[a-z]/, (url) => url.replace('://', '://xx')),
  },
  {
    name: 'a path changed',
    rules: ['literal-token'],
    plant: (source, target) =>
      replaceShared(source, target, /[A-Z]:\\[A-Za-z]+\\[\w\\.]+/, (path) =>
        path.replace(/\\[A-Za-z]+/, '\\Traduit'),
      ),
  },
  {
    name: 'a file name changed',
    rules: ['literal-token'],
    plant: (source, target) =>
      replaceShared(source, target, /\b[a-z]{4,}\.(?:exe|dll|xml|log|csv)\b/i, (name) =>
        name.replace(/^.{2}/, 'xy'),
      ),
  },
  {
    name: 'left untranslated',
    rules: ['untranslated'],
    plant: (source, target) =>
      isPlain(source) &&
      source !== target &&
      (source.match(/\b[a-z]{2,}\b/g) ?? []).length >= 6 &&
      /\b(?:the|and|of|to|is)\b/.test(source)
        ? source
        : undefined,
  },
  {
    name: 'a word doubled',
    rules: ['double-word'],
    plant: (source, target) => {
      if (!isPlain(target) || !isPlain(source)) return undefined
      const word = target.match(
        /(?<=\s)(?:serveur|utilisateur|configuration|Server|Benutzer|Konfiguration)(?=\s)/,
      )?.[0]
      return word && !target.includes(`${word} ${word}`)
        ? target.replace(` ${word} `, ` ${word} ${word} `)
        : undefined
    },
  },
  {
    name: 'characters damaged',
    rules: ['charset'],
    plant: (_, target) => (/[éüä]/.test(target) ? target.replace(/[éüä]/, '\uFFFD') : undefined),
  },
  {
    name: 'read in the wrong encoding',
    rules: ['charset'],
    plant: (_, target) => (/é/.test(target) ? target.replaceAll('é', 'Ã©') : undefined),
  },
  {
    name: 'a denial lost',
    rules: ['negation'],
    // Sentences often deny twice, and some denials can be translated by affirming the contrary.
    least: 0.7,
    plant: (source, target) => {
      if ((source.match(/\b(?:not|cannot|never)\b|n['’]t\b/gi) ?? []).length !== 1) return undefined
      return target
        .replace(/\b(?:ne\s+|n['’])((?:\p{L}+\s+){1,4}?)(?:pas|jamais|plus|aucune?)\b\s?/iu, '$1')
        .replace(/\bnicht (?:mehr )?/i, '')
        .replace(/ k(eine?[rnms]?)\b/i, ' $1')
    },
  },
  {
    name: 'a letter of another script',
    rules: ['script'],
    plant: (source, target) => {
      const word =
        isPlain(source) && isPlain(target)
          ? /(?<=\s)\p{L}*[a-z]o[a-z]\p{L}*(?=\s)/u.exec(target)?.[0]
          : undefined
      return word && target.replace(word, word.replace('o', 'о'))
    },
  },
  {
    name: 'a sentence lost',
    rules: ['omission', 'length'],
    // A short sentence makes little difference.
    least: 0.6,
    plant: (source, target) => {
      const [ours, theirs] = [source, target].map((text) => text.split(/(?<=[.!?])\s+(?=\p{Lu})/u))
      const isLong = (sentence: string) => sentence.split(/\s+/).length >= 4
      if (ours!.length < 2 || ours!.length !== theirs!.length || !ours!.every(isLong)) return undefined
      return theirs!.filter((_, at) => at !== 1).join(' ')
    },
  },
  {
    name: 'emptied',
    rules: ['unit-empty'],
    plant: (source) => (/\p{L}{3}/u.test(source) && isPlain(source) ? '' : undefined),
  },
  {
    name: 'emphasis broken',
    rules: ['empty-markup', 'structure-equal', 'inline-equal'],
    plant: (source, target) =>
      /^[^*]*\*\*[^*\s][^*]*\*\*[^*]*$/.test(target) && /\*\*/.test(source)
        ? target.replace(/\*\*([^*]+)\*\*/, '** $1 **')
        : undefined,
  },
  {
    name: 'a space put between markup and a mark',
    rules: ['markup-edge'],
    plant: (source, target) =>
      /\*\*|`|\]\(/.test(source)
        ? target.replace(/(?<=\w(?:\*\*|`)|\]\([^()\s]+\))(?=[.,](?:\s|$))/, ' ')
        : undefined,
  },
  {
    name: 'a mark moved into bold text',
    rules: ['markup-edge'],
    plant: (source, target) =>
      /\w\*\*[.,]/.test(source) ? target.replace(/(?<=\p{L}{2})\*\*([.,])(?=\s|$)/u, '$1**') : undefined,
  },
  {
    name: 'a word joined to markup',
    rules: ['markup-edge'],
    plant: (source, target) =>
      /\*\*|\]\(/.test(source)
        ? target.replace(/(?<=\p{L}\*\*|\]\([^()\s]+\)) (?=\p{Ll}{3})/u, '')
        : undefined,
  },
  {
    name: 'bold moved to the word before it',
    rules: ['markup-edge'],
    plant: (source, target) =>
      /\*\*\p{Lu}\p{Ll}+\*\*/u.test(source)
        ? target.replace(/(?<= )(sur|auf) \*\*(\p{Lu}\p{Ll}+)\*\*/u, '**$1** $2')
        : undefined,
  },
  {
    name: 'spaces put into a dotted name',
    rules: ['identifier', 'literal-token'],
    plant: (source, target) =>
      replaceShared(source, target, /(?<![\w.`/:-])[A-Z][a-z]\w+(?:\.[A-Z]\w+){2,}(?![\w`/-])/, (name) =>
        name.replace(/\./g, '. '),
      ),
  },
  {
    name: 'a name with a capital inside translated',
    rules: ['identifier'],
    plant: (source, target) =>
      isPlain(source) && isPlain(target)
        ? replaceShared(
            source,
            target,
            /(?<![\w.:/-])[a-z]{3,}[A-Z][a-z]+[A-Z][a-z]+(?![\w.:/-])/,
            () => 'nom',
          )
        : undefined,
  },
  {
    name: 'a space put into a file name',
    rules: ['identifier', 'literal-token'],
    plant: (source, target) =>
      replaceShared(source, target, /(?<=\s)\w{3,}\.(?:mdf|adm|txt|xml|csv)(?=[\s,]|\.?$)/, (name) =>
        name.replace('.', '. '),
      ),
  },
  {
    name: 'a menu separator dropped',
    rules: ['identifier', 'markup-edge'],
    plant: (source, target) =>
      / > \w/.test(source.replace(/\*\*|&gt;/g, (mark) => (mark === '**' ? '' : '>')))
        ? target.replace(/ (?:>|&gt;) (?=\*\*|\w)/, ' ')
        : undefined,
  },
  {
    name: 'the point of a version made a comma',
    rules: ['version'],
    plant: (source, target) =>
      replaceShared(
        source,
        target,
        /(?<=(?:[A-Z]{3}|[Vv]ersion|PowerShell|Framework|Windows) )\d{1,2}\.\d{1,2}(?![\d.]*\d)/,
        (number) => number.replace('.', ','),
      ),
  },
  {
    name: 'the address in the text of a link changed',
    rules: ['link-text', 'literal-token', 'inline-equal'],
    plant: (source, target) => {
      const url = /\[(https?:\/\/[\w./?=-]+)\]\(\1\)/.exec(target)?.[1]
      return url !== undefined && source.includes(`[${url}](`)
        ? target.replace(`[${url}]`, `[${url}x]`)
        : undefined
    },
  },
]
