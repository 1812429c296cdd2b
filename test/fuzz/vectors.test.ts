import { describe, expect, it } from 'vitest'
import { checkText } from './check-text.ts'
import { readVectors } from './material.ts'

const PLACES: Readonly<Record<string, (vector: string) => string>> = {
  'by itself': (vector) => vector,
  'in a unit': (vector) =>
    `# <span data-ttu-id="a-1">Titre</span><span class="sxs-lookup"><span data-stu-id="a-1">Title</span></span>\n\n<span data-ttu-id="a-2">a ${vector}</span><span class="sxs-lookup"><span data-stu-id="a-2">b ${vector}</span></span>\n`,
  'in a list, a quote and a table': (vector) =>
    `- ${vector}\n\n> ${vector}\n\n| a |\n|---|\n| ${vector} |\n\n<table><tr><td>${vector}</td></tr></table>\n`,
  'as a step': (vector) => `## To recover\n\n1. Open ${vector}.\n2. Click **OK** ${vector}.\n`,
}

// Both parsers read each of them, the native one where it is installed.
describe.each([...readVectors()])('texts that attack or confuse: %s', (_, vectors) => {
  it.each(Object.entries(PLACES))('break no promise %s', (_, place) => {
    for (const vector of vectors) expect(checkText(place(vector)), JSON.stringify(vector)).toBeUndefined()
  })
})

it('break no promise as HTML', () => {
  for (const vector of [...readVectors().values()].flat())
    expect(checkText(`<p>${vector}</p>`, 'a/b.html'), JSON.stringify(vector)).toBeUndefined()
})
