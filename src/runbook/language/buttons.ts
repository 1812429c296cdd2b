const CLICK = '^(?:then |or )?(?:click|select|choose|tap|press) (?:on )?(?:the )?'
const PURPOSE = String.raw`(?: button)?,? (?:to|if|when|after|once)\b`

/** Buttons of every page of a wizard that do not go on with it. */
const WAY_OUT = new RegExp(`${CLICK}(?:back|previous|cancel|help)${PURPOSE}`, 'i')
const BUTTON = new RegExp(
  `${CLICK}(?:back|previous|cancel|help|next|ok|finish|close|apply|save|commit|yes|no)${PURPOSE}`,
  'i',
)

/** Whether an English sentence tells what a button is for that nobody needs to finish the work: “Click Help to …”. */
export function explainsWayOut(sentence: string): boolean {
  return WAY_OUT.test(sentence.trim())
}

/** Whether an English sentence tells what one of the usual buttons is for: “Click Next after you have …”. */
export function explainsButton(sentence: string): boolean {
  return BUTTON.test(sentence.trim())
}
