/** Whether an English text is about the page that it stands on, and of no use to an operator. */
export function isAboutPage(text: string): boolean {
  return isStamp(text) || isNavigation(text) || isSurvey(text)
}

/** Whether a text only tells when the document was changed, which the runbook's header does. */
function isStamp(text: string): boolean {
  return /^(?:topic |article |page )?last (?:modified|updated|reviewed|changed)\b.{0,40}$/i.test(text)
}

/** Leads back within the page, and says nothing else. */
const NAVIGATION =
  /^[^\p{L}]{0,3}(?:return|(?:go |jump )?back) to (?:the )?(?:top|beginning|start|contents)(?: of (?:the|this) (?:page|article|topic|section))?[^\p{L}]{0,3}$/iu

function isNavigation(text: string): boolean {
  return NAVIGATION.test(text)
}

/** Asks for a survey. */
const SURVEY = /\b(?:take|complete|participate in|fill (?:in|out)) (?:a|an|our|this|the) (?:\w+ )?survey\b/i

/** Whether a text asks what readers think of the documentation. */
function isSurvey(text: string): boolean {
  return (
    SURVEY.test(text) && /\b(?:documentation|docs|content|feedback|this (?:article|page|topic))\b/i.test(text)
  )
}
