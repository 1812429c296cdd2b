import { describe, expect, it } from 'vitest'
import { runbookText } from '../model/runbook-text.ts'

const unit = (text: string, number: number) =>
  `<span data-ttu-id="62b5c-${number}">${text}</span><span class="sxs-lookup"><span data-stu-id="62b5c-${number}">${text}</span></span>`
const paragraph = (first: number, ...sentences: string[]) =>
  sentences.map((text, at) => unit(text, first + at)).join(' ')
const STEPS = `1. ${unit('Open the page.', 301)}\n2. ${unit('Close the page.', 302)}\n`
const linesOf = (before: readonly string[], after: readonly string[] = []) =>
  runbookText(
    `# ${unit('Guide', 100)}\n\n## ${unit('To import', 101)}\n\n${paragraph(110, ...before)}\n\n${STEPS}\n${paragraph(400, ...after)}\n`,
  )
    ?.slice(1)
    .filter((line) => !/^\d/.test(line))

describe('sections below prerequisites', () => {
  it('are prerequisites', () => {
    const text = `# Guide\n\n## Prerequisites\n\n### Permissions\n\nThe account needs to have permissions.\n\n## To import\n\n${STEPS}`
    expect(runbookText(text)?.[0]).toBe('= Permissions: The account needs to have permissions.')
  })
})

describe('prerequisites in a paragraph', () => {
  it('begin with the sentence that states them', () => {
    expect(linesOf(['The page is new.', 'You must be a global admin.', 'Others cannot.'])).toEqual([
      'before: The page is new.',
      'needed: You must be a global admin. Others cannot.',
    ])
  })

  it('end with an instruction after them, which is work', () => {
    const sentences = ['You must have data.', 'If the data is not there, use the import page to import it.']
    expect(linesOf(sentences)).toEqual([`before: ${sentences[1]}`, `needed: ${sentences[0]}`])
    expect(linesOf(['You must have a card.', 'Check with them for details.'])).toEqual([
      'needed: You must have a card. Check with them for details.',
    ])
  })

  it('are also found after the steps', () => {
    expect(linesOf(['The page is new.'], ['To use the page, you must have a file.'])).toEqual([
      'before: The page is new.',
      'needed: To use the page, you must have a file.',
    ])
  })

  it.each([
    'You should complete the license work before enabling the providers.',
    'For this command to work, the folder must be shared.',
  ])('are also: %s', (sentence) => {
    expect(linesOf([sentence])).toEqual([`needed: ${sentence}`])
  })

  it.each([
    'You should be cautious about changes.',
    'You should be able to sign in.',
    'You should complete this step to make a report before you migrate.',
  ])('are not: %s', (sentence) => {
    expect(linesOf([sentence])).toEqual([`before: ${sentence}`])
  })
})
