// The start page of the whole site: leads to the language that the visitor has chosen before or prefers, else to the source language.
const links = [...document.querySelectorAll('a[hreflang]')]

/** Language, script and region of a tag; a tag that is none has no match. */
function partsOf(tag) {
  try {
    return new Intl.Locale(tag).maximize()
  } catch {
    return { language: tag.toLowerCase() }
  }
}

/** The page that fits a language best: the same region, then the same script, then the same language. */
function pageFor(tag) {
  const wanted = partsOf(tag)
  const inLanguage = links
    .map((link) => ({ link, own: partsOf(link.hreflang) }))
    .filter(({ own }) => own.language === wanted.language)
  const found =
    inLanguage.find(({ own }) => own.script === wanted.script && own.region === wanted.region) ??
    inLanguage.find(({ own }) => own.script === wanted.script) ??
    inLanguage[0]
  return found?.link
}

const chosen = links.find((link) => link.hreflang === lockstep.recall('locale'))
const fallback = document.querySelector('main').dataset.default
const target =
  chosen ??
  (navigator.languages ?? [navigator.language]).map(pageFor).find((link) => link) ??
  links.find((link) => link.hreflang === fallback)
if (target) location.replace(target.href)
