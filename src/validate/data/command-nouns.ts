/**
 * Nouns of one word that commands of PowerShell and of Microsoft's products have (modules `Microsoft.PowerShell.*`, Exchange, Microsoft
 * Teams, Windows Server). A noun of several words (`CsUser`, `ADUser`) needs no list: no English word is written so.
 */
export const commandNouns: ReadonlySet<string> = new Set(
  `ACL Acl Alias Archive Assembly Breakpoint Certificate Chocolatey Clipboard Clixml Cluster Command Computer Contact Content
  Counter Credential Csv Culture Custom Date Debug Default Disk Drive Error Event Expression Feature File Function GPO
  Group Guid Help History Host Html Hotfix Image Information Item Job Json Lab List Localgroup Location Mailbox Markdown Member
  Message Module Null Object Output Package Partition Password Path Permission Pipeline Policy Printer Process Progress
  Property Provider Random Recipient Recording Repository Role Runspace Script Secret Service Session Shortcut Sleep Snapin
  String Team Time Timezone Trace Transaction Transcript Type Unique Uptime User VHD VM Variable Verb Verbose Verification Volume
  Warning Webrequest Wide Width Xml Zone`.split(/\s+/),
)
