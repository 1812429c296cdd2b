import { describe, expect, it } from 'vitest'
import {
  areAlternativeTitles,
  beginsWith,
  repeatsInShell,
} from '../../../src/runbook/language/alternative-titles.ts'

describe('areAlternativeTitles', () => {
  it.each([
    ['To enable hot desking', 'To disable hot desking'],
    ['Enabling hot desking', 'Disabling hot desking'],
    ['Turn on the log', 'Turn off the log'],
    ['Add a number exception', 'Remove a number exception'],
    ['To lock a PIN', 'To unlock a PIN'],
    ['Assign a policy to one user', 'Assign a policy to multiple users'],
    ['To import rules to a single server', 'To import rules to all your servers'],
    ['Create a site by using Management Shell', 'Create a site by using the Control Panel'],
    ['To lock a PIN in the Control Panel', 'To lock a PIN'],
    ['To edit a policy', 'To edit a policy by using Windows PowerShell'],
    ['To use the Control Panel to enable it', 'To use PowerShell to enable it'],
    ['Using the admin center', 'Using PowerShell'],
    ['Invoking it from C#', 'Invoking it from Jupyter Notebooks'],
    ['To configure for VS Code:', 'To configure for another environment:'],
    ['Install it on Windows', 'Install it on Linux'],
  ])('%s | %s', (first, second) => expect(areAlternativeTitles(first, second)).toBe(true))

  it.each([
    ['To stop the service', 'To start the service'],
    ['To enable', 'To disable'],
    ['Enable the log', 'Disable the cache'],
    ['Enable it for users', 'Enable it for gateways'],
    ['Remove a site', 'Remove all regions'],
    ['Use PowerShell to stop it', 'Use PowerShell to start it'],
    ['Create a site by using PowerShell', 'Create a region by using the Control Panel'],
    ['Test it for Skype for Business clients', 'Test it for Lync 2010 clients'],
    ['To open Skype for Business Control Panel', 'To open Skype for Business Management Shell'],
    ['Create a rule with the Get-A cmdlet', 'Create a rule with providers with the Get-A cmdlet'],
    ['Stop it', 'Stop it'],
  ])('not %s | %s', (first, second) => expect(areAlternativeTitles(first, second)).toBe(false))
})

describe('repeatsInShell', () => {
  it.each([
    ['Enabling CDR by Using Windows PowerShell Cmdlets', 'To enable CDR', true],
    [
      'View link information by using Windows PowerShell cmdlets',
      'To view a link in the Control Panel',
      true,
    ],
    ['Assign certificates using Server Management Shell', 'Do I need new certificates?', false],
    ['Removing PIN Policies by Using Windows PowerShell Cmdlets', 'To restart the server', false],
    ['Enabling CDR', 'To enable CDR', false],
  ])('%s | %s', (heading, before, expected) => expect(repeatsInShell(heading, before)).toBe(expected))
})

describe('beginsWith', () => {
  it.each([
    ['Calling the service', true],
    ['To call the service', true],
    ['Recall the service', false],
  ])('%s', (heading, expected) => expect(beginsWith('call', heading)).toBe(expected))
})
