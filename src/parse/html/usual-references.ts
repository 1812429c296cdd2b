/** Character references that are written often, and what each stands for (HTML, section 13.5). */
export const USUAL_REFERENCES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&nbsp;': '\u00A0',
}
