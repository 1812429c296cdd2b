/** Full-width marks and what they are in Latin text, numbers and paths (Unicode, “Halfwidth and Fullwidth Forms” and ideographic marks). */
export const FULL_WIDTH: Readonly<Record<string, string>> = {
  '，': ',',
  '、': ',',
  '．': '.',
  '。': '.',
  '：': ':',
  '；': ';',
  '／': '/',
  '＼': '\\',
  '－': '-',
  '＠': '@',
  '＝': '=',
  '？': '?',
  '＆': '&',
  '＃': '#',
  '％': '%',
  '＋': '+',
}

/** Languages that have full-width marks. */
export const WIDE_LANGUAGES: ReadonlySet<string> = new Set(['ja', 'ko', 'zh', 'yue'])
