import { describe, expect, it } from 'vitest'
import { isActionTitle, isImperative } from '../../../src/runbook/language/imperative.ts'

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
    'When you are done click Next',
    'View reports that require a license.',
    'Set up the trunk.',
    'In the admin center, choose Need help?',
    'First, clone the repository:',
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
    'Access Control Entries (ACEs) are in the container.',
    'Phone System for all users in the country',
    'Access to the store is managed by policies.',
    'Call admission control cannot be enabled.',
    'Call analytics shows details.',
    'Open statements allow shorter names.',
    'For this, we will ultimately run the program.',
    'For that, it needs to make up a body, which is then run when called.',
    'After inventory close creates a settlement, the amount is open.',
    'With the tool, users can create meetings, modify meetings, and send invitations.',
    'Because all servers use Kerberos, TLS, Secure Transport and others, nothing is sent.',
    '',
  ])('finds none in “%s”', (text) => {
    expect(isImperative(text)).toBe(false)
  })
})

describe('isActionTitle', () => {
  it.each(['Release a number', 'Release order set 1 in one load', 'Test connectivity', 'Running the test'])(
    'finds work in “%s”',
    (heading) => {
      expect(isActionTitle(heading)).toBe(true)
    },
  )

  it.each(['Release details', 'Port ranges and values', 'Target machines'])(
    'finds none in “%s”',
    (heading) => {
      expect(isActionTitle(heading)).toBe(false)
    },
  )
})
