/** Alert types of Microsoft's Markdown (Microsoft Learn, “Markdown reference”), in lower case. */
export const ALERTS: ReadonlySet<string> = new Set(['note', 'tip', 'warning', 'important', 'caution'])

/** Translated keywords, for documents without the source side of a keyword, in lower case. */
const TRANSLATED: Readonly<Record<string, readonly string[]>> = {
  note: [
    'remarque',
    'hinweis',
    'anmerkung',
    'nota',
    'notas',
    'observação',
    'примечание',
    'заметка',
    '注',
    '注意事项',
    '注释',
    '备注',
    '說明',
    '附註',
    '注記',
    'メモ',
    '참고',
    'ملاحظة',
    'uwaga',
    'opmerking',
    'poznámka',
  ],
  tip: [
    'conseil',
    'astuce',
    'tipp',
    'sugerencia',
    'consejo',
    'suggerimento',
    'dica',
    'совет',
    '提示',
    '秘訣',
    'ヒント',
    '팁',
    'تلميح',
    'porada',
  ],
  warning: [
    'avertissement',
    'warnung',
    'advertencia',
    'avviso',
    'aviso',
    'предупреждение',
    '警告',
    '경고',
    'تحذير',
    'ostrzeżenie',
    'waarschuwing',
  ],
  important: [
    'wichtig',
    'importante',
    'важно',
    '重要',
    '重要事項',
    '중요',
    '중요함',
    'هام',
    'ważne',
    'belangrijk',
  ],
  caution: [
    'attention',
    'mise en garde',
    'vorsicht',
    'achtung',
    'precaución',
    'attenzione',
    'cuidado',
    'внимание',
    '注意',
    '小心',
    '주의',
    'تنبيه',
  ],
}

const BY_KEYWORD = new Map(
  Object.entries(TRANSLATED).flatMap(([alert, words]) => words.map((word) => [word, alert] as const)),
)

/** Returns the alert that a keyword names; `null` if it names none. */
export function alertOf(keyword: string): string | null {
  const word = keyword.trim().toLowerCase()
  return ALERTS.has(word) ? word : (BY_KEYWORD.get(word) ?? null)
}

/**
 * Translations of several alerts, depending on the language or the translator: Chinese `注意` is “note” in one text
 * and “caution” in another.
 */
const AMBIGUOUS: ReadonlySet<string> = new Set(['注意', '提示', 'aviso', 'attention', 'uwaga'])

/**
 * Returns the alert that a keyword, translated or not, names unambiguously; `null` if there are none or
 * several.
 */
export function alertBeyondDoubt(keyword: string): string | null {
  return AMBIGUOUS.has(keyword.trim().toLowerCase()) ? null : alertOf(keyword)
}
