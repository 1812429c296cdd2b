/**
 * Words that sentences of a language cannot do without (articles, prepositions, conjunctions, pronouns, auxiliary verbs), by language:
 * who finds one knows that a text is prose, and rather in that language. Only words that no product name or user interface consists of.
 */
export const FUNCTION_WORDS: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    en: 'a an and are as at be been but by can do does for from has have how if in into is it its may must not of on or should than that the their them then there these they this those to was we were what when where which who will with would you your',
    fr: 'afin au aucun aucune aux avec ce cela ces cet cette chaque comme dans de depuis des du elle en entre est et il ils la le les leur leurs lors mais ne nos notre ou où par pas pour que qui sans se selon ses si son sont sous sur tous toute toutes un une vers vos votre vous à être',
    de: 'alle allen aller als am an auch auf aus bei beim bis dem den der des die diese diesem diesen dieser dieses durch ein eine einem einen einer eines für ihr ihre ihrem ihren ihrer im in ist kann kein keine mit mithilfe müssen nach nicht nur ob oder sich sie sind sowie um und unter vom von wenn werden wie wird zu zum zur zwischen über',
    es: 'al como con cuando de del desde donde el ella en entre es esta este la las lo los más no o para pero por puede que se si sin sobre son su sus un una y',
    it: 'a ai al alla che con da dal dalla dei del della delle di e è gli il in la le lo nel nella non o per più quando se si sono su tra un una',
    pt: 'a ao aos as com como da das de do dos e é em entre está mais na nas não no nos o os ou para pelo pode por quando que se sem são sua um uma',
    nl: 'aan als bij dat de deze die dit door een en het in is kan met naar niet of om op te tot uit van voor wanneer wordt worden zijn',
    sv: 'att av de den det du eller en ett från för har i inte kan med när och om på som till är',
    da: 'af at de den der det du eller en er et for fra har i ikke kan med når og om på som til',
    nb: 'av at de den der det du eller en er et for fra har i ikke kan med når og om på som til',
    pl: 'aby ale co dla do gdy i jak jest lub na nie o od oraz po przez się są to w z za że',
    cs: 'a aby ale do jako je jsou k která které na nebo o po pro s se v z za že',
    tr: 'bir bu da de gibi için ile olarak olan sonra veya ve',
    ru: 'а без в во для до если и из или к как на не но о от по при с со также то у что это',
    uk: 'а без в для до за з і й із на не о об або від по при та те у що це як якщо',
  }).map(([language, words]) => [language, new Set(words.split(' '))]),
)
