/**
 * Prefixes that turn an English word into its opposite.
 */
export const OPPOSITE_PREFIXES: readonly string[] = [
  'un',
  'in',
  'im',
  'non',
  'dis',
  'de',
  'mis',
  'off',
  'up',
  'down',
  'out',
  'over',
  'under',
  'pre',
  'post',
]

/** English words that mean the same in documentation, so that one translation of both is right: groups, in lower case. */
export const SYNONYMS: readonly (readonly string[])[] = [
  ['detail', 'information', 'info', 'more', 'additional', 'further'],
  ['on', 'enable', 'yes', 'true', 'activate', 'active', 'turn'],
  ['off', 'disable', 'no', 'false', 'deactivate', 'inactive', 'none', 'turn'],
  ['log', 'sign', 'logon', 'login', 'signin'],
  ['click', 'select', 'choose', 'tap', 'pick', 'press'],
  ['type', 'enter', 'specify', 'provide', 'input'],
  ['set', 'setup', 'configure', 'define'],
  ['view', 'see', 'show', 'display', 'refer'],
  ['remove', 'delete', 'erase'],
  ['start', 'begin', 'launch', 'open', 'run', 'execute'],
  ['end', 'finish', 'complete', 'exit', 'close'],
  ['create', 'make', 'build', 'generate'],
  ['use', 'using', 'through', 'via'],
  ['get', 'obtain', 'acquire', 'retrieve', 'receive'],
  ['require', 'need', 'must', 'necessary', 'should', 'shall', 'have'],
  ['can', 'may', 'might', 'able', 'could'],
  ['allow', 'permit', 'let', 'enable'],
  ['verify', 'check', 'ensure', 'confirm', 'make', 'sure', 'validate', 'test'],
  ['modify', 'change', 'edit', 'update', 'alter'],
  ['find', 'locate', 'search', 'look'],
  ['help', 'assistance', 'support'],
  ['organization', 'company', 'business', 'enterprise', 'corporate'],
  ['person', 'people', 'individual'],
  ['big', 'large', 'great'],
  ['small', 'little'],
  ['about', 'regarding', 'concerning', 'on'],
  ['guide', 'guidance', 'manual'],
  ['topic', 'article', 'section', 'page', 'document'],
  ['cell', 'mobile', 'phone', 'telephone', 'cellphone'],
  ['voicemail', 'voice', 'mail'],
  ['email', 'e', 'mail', 'message'],
  ['follow', 'below'],
  ['wizard', 'assistant'],
  ['site', 'website', 'web'],
  ['folder', 'directory'],
  ['app', 'application', 'program'],
  ['machine', 'computer', 'pc', 'device'],
  ['box', 'field', 'text'],
  ['country', 'region'],
  ['etc', 'other'],
]

/** Function words of English that change nothing of what a label says. */
export const EMPTY_WORDS: ReadonlySet<string> = new Set(
  'a about after an and are as at be been by can do does for from had has have how if in into is it its of on or s so such that the their them then there these they this those to was were what when which will with would you your my our please also just any all each new'.split(
    ' ',
  ),
)
