import { expect, it } from 'vitest'
import { stepsNamedIn } from '../../../src/runbook/language/step-names.ts'
import { checkText, sxs } from '../check-text.ts'

const guide = (last: string) =>
  `## ${sxs(1, 'Pour arrêter', 'To stop')}

1. ${sxs(2, 'Arrêtez.', 'Stop the pool.')}
   1. ${sxs(3, 'Ouvrez.', 'Open the console.')}
   2. ${sxs(4, 'Fermez.', 'Close the console.')}
2. ${sxs(5, 'Voilà.', last)}
`
const findings = (last: string) =>
  checkText(guide(last))
    .filter(({ ruleId }) => ruleId === 'step-reference')
    .map(({ line, actual }) => `${line} ${actual}`)

it('finds a step that the document does not have', () => {
  expect(findings('Repeat step 4.')).toEqual(['6 4'])
  expect(findings('Repeat steps 1 through 3.')).toEqual(['6 3'])
  expect(findings('Repeat step 1c.')).toEqual(['6 1c'])
})

it.each([
  'Repeat step 1.',
  'Repeat step 1b.',
  'Repeat steps 1 and 2.',
  'Repeat step 7 of the wizard.',
  'Repeat [step 7](other.md).',
  'Step 7: Wait.',
  'In the wizard, wait for Step 7 (Finish).',
  'Complete steps 1 through 7.',
])('finds nothing in %j', (text) => {
  expect(findings(text)).toEqual([])
})

it('counts the actions of stages as steps', () => {
  const table = (last: string) => `| ${sxs(1, 'Phase', 'Phase')} | ${sxs(2, 'Actions', 'Steps')} |
|-|-|
| ${sxs(3, 'Pendant la panne', 'During outage')} | <ul><li>${sxs(4, 'Arrêtez.', 'Stop the pool.')}</li><li>${sxs(5, 'Démarrez.', 'Start it.')}</li></ul> |
| ${sxs(6, 'Après la panne', 'After outage')} | ${sxs(7, 'Voilà.', last)} |
`
  const found = (last: string) =>
    checkText(table(last)).flatMap(({ ruleId, actual }) => (ruleId === 'step-reference' ? [actual] : []))
  expect(found('Repeat step 2.')).toEqual([])
  expect(found('Repeat step 3.')).toEqual(['3'])
})

it('finds nothing beside steps, nor for steps that are sections', () => {
  const before = `${sxs(6, 'Faites les étapes 6 et 7.', 'You must do steps 6 and 7.')}\n\n`
  const after = `\n## ${sxs(7, 'Étape 4 : fin', 'Step 4: End')}\n\n${sxs(8, 'Fin.', 'The end.')}\n`
  const found = checkText(before + guide('Repeat steps 4 and 5.') + after)
    .filter(({ ruleId }) => ruleId === 'step-reference')
    .map(({ actual }) => actual)
  expect(found).toEqual(['5'])
})

it('reads the numbers of steps', () => {
  expect(stepsNamedIn('Repeat steps 3, 4b and 5 as in step 2.')).toEqual(['3', '4b', '5', '2'])
  expect(stepsNamedIn('This is step 2 in the process; step 3 is next.')).toEqual(['3'])
  expect(stepsNamedIn('Footsteps 12')).toEqual([])
  expect(stepsNamedIn('Skip to step 7 of this procedure, or to step 8 in this procedure.')).toEqual([
    '7',
    '8',
  ])
  expect(stepsNamedIn('See step 3 of the procedure below, or step 4 in the procedure above.')).toEqual([])
  expect(stepsNamedIn('Start the search that you created in step 4:')).toEqual(['4'])
  expect(stepsNamedIn('Do steps 1 through 5 in any order.')).toEqual(['1', '5'])
  expect(stepsNamedIn('Do steps 6, 7, and 8 in order.')).toEqual(['6', '7', '8'])
  expect(stepsNamedIn('See steps 3 through 6 under Deployment.')).toEqual([])
})

it('finds nothing where the document has no steps of its own', () => {
  expect(
    checkText(`${sxs(1, 'Voir l’étape 4.', 'See step 4.')}\n`).map(({ ruleId }) => ruleId),
  ).not.toContain('step-reference')
})
