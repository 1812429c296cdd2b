import type { LanguageFn } from 'highlight.js'

/** Operators and statements of the Kusto Query Language. */
const KEYWORDS = `and as asc between by case consume contains contains_cs count datatable declare default desc distinct
  endswith endswith_cs evaluate exists extend externaldata facet find first fork from fullouter getschema graph-match
  graph-to-table has has_all has_any has_cs hasprefix hasprefix_cs hassuffix hassuffix_cs in inner innerunique invoke
  join kind last leftanti leftantisemi leftouter leftsemi let limit lookup macro-expand make-graph make-series
  materialize matches mv-apply mv-expand not nulls of on or order parse parse-kv parse-where partition pattern print
  project project-away project-keep project-rename project-reorder query_parameters range reduce regex render
  restrict rightanti rightantisemi rightouter rightsemi sample sample-distinct scan search serialize set sort
  startswith startswith_cs step summarize take tee to top top-hitters top-nested toscalar typeof union view where
  with`

/** Scalar types. */
const TYPES = 'bool boolean date datetime decimal double dynamic guid int long real string time timespan'

/** Grammar of the Kusto Query Language, for which highlight.js has none. */
export const kusto: LanguageFn = ({ COMMENT }) => ({
  name: 'Kusto',
  keywords: {
    $pattern: String.raw`[A-Za-z_][\w-]*`,
    keyword: KEYWORDS.split(/\s+/),
    type: TYPES.split(' '),
    literal: ['true', 'false', 'null'],
  },
  contains: [
    COMMENT('//', '$'),
    {
      scope: 'string',
      variants: [
        { begin: /```/, end: /```/ },
        { begin: /h?@"/i, end: /"/, contains: [{ begin: /""/ }] },
        { begin: /h?@'/i, end: /'/, contains: [{ begin: /''/ }] },
        { begin: /h?"/i, end: /"|$/, contains: [{ begin: /\\./ }] },
        { begin: /h?'/i, end: /'|$/, contains: [{ begin: /\\./ }] },
      ],
    },
    { scope: 'meta', begin: /^[ \t]*\.[a-z][a-z-]*/ },
    { scope: 'number', begin: /\b\d+(?:\.\d+)?(?:e[+-]?\d+)?(?:ms|microseconds?|ticks?|[dhms])?\b/ },
    { scope: 'title.function', begin: /\b[a-z_]\w*(?=\s?\()/i },
  ],
})
