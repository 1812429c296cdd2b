import { describe, expect, it } from 'vitest'
import { isImperative } from '../../../src/runbook/language/imperative.ts'

describe('isImperative', () => {
  it.each([
    'Click OK.',
    'On the **General** page, click Next.',
    'On the General page click Next',
    'If the pool is down, restart the service.',
    '(Optional) Copy the logs.',
    'Optionally, type a description.',
    'Step 2: Install the server',
    'Run this:',
    'Log on to the server.',
    'Test push notifications.',
    'Type **Get-CsPool** and press Enter.',
    'Do not close the window.',
    'You must restart the service.',
    'Please wait.',
    'The wizard opens. Click Next.',
    'To finish, repeat step 2.',
    'In the left navigation bar, go to Users, and then search for the user.',
    'Back up the database.',
    'Ensure services are running.',
    'Set up the trunk.',
  ])('finds the step in “%s”', (text) => {
    expect(isImperative(text)).toBe(true)
  })

  it.each([
    'The client sends a request.',
    'From the client, the user clicks Join.',
    'maxConcurrentThreads is set to zero (0).',
    'Log files are stored here.',
    'Set is a collection.',
    'Start date',
    'Internet',
    '443 for HTTPS',
    'Do you want an on-premises deployment?',
    'A call can be placed on hold.',
    'You can view reports.',
    'Wired',
    'Access is denied.',
    '',
  ])('finds none in “%s”', (text) => {
    expect(isImperative(text)).toBe(false)
  })
})
