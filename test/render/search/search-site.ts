import { pair } from '../../support/bilingual.ts'

/** Texts of one locale: the title, a sentence, a heading, and a sentence on `failback`, as the languages say it. */
type Texts = readonly [title: string, intro: string, heading: string, failback: string, short: string]

const SOURCE: Texts = [
  'Configure backup servers',
  'Each pool has a backup pool.',
  'Return to normal',
  'Start the failback when the primary pool is available again.',
  'Wait ten minutes.',
]

/** The same document in languages with and without spaces, and from right to left. */
export const TEXTS: Readonly<Record<string, Texts>> = {
  'fr-FR': [
    'Configurer les serveurs de secours',
    'Chaque pool possède un pool de secours.',
    'Retour à la normale',
    'Démarrez la restauration automatique dès que le pool principal est de nouveau disponible.',
    'Attendez dix minutes.',
  ],
  'de-DE': [
    'Sicherungsserver konfigurieren',
    'Jeder Pool verfügt über einen Sicherungspool.',
    'Rückkehr zum Normalbetrieb',
    'Starten Sie die Rückführung, sobald der primäre Pool wieder verfügbar ist.',
    'Warten Sie zehn Minuten.',
  ],
  'zh-CN': [
    '配置备份服务器',
    '每个池都有一个备份池。',
    '恢复正常',
    '主池再次可用时，请启动故障回复。',
    '请等待十分钟。',
  ],
  'ja-JP': [
    'バックアップ サーバーの構成',
    '各プールにはバックアップ プールがあります。',
    '通常運用への復帰',
    'プライマリ プールが再び使用可能になったら、切り戻しを開始します。',
    '10 分間待ちます。',
  ],
  'th-TH': [
    'กำหนดค่าเซิร์ฟเวอร์สำรอง',
    'แต่ละพูลมีพูลสำรอง',
    'กลับสู่ภาวะปกติ',
    'เริ่มการกู้คืนกลับเมื่อพูลหลักพร้อมใช้งานอีกครั้ง',
    'รอสิบนาที',
  ],
  'ar-SA': [
    'تكوين خوادم النسخ الاحتياطي',
    'لكل تجمع تجمع نسخ احتياطي.',
    'العودة إلى الوضع الطبيعي',
    'ابدأ إرجاع الموارد عند توفر التجمع الأساسي مرة أخرى.',
    'انتظر عشر دقائق.',
  ],
}

/** A docset in six locales, whose second document exists in French only. */
export function searchSite(): Record<string, string> {
  const files = Object.entries(TEXTS).map(([locale, texts]) => [
    `${locale}/guide/backup.md`,
    documentOf(locale, texts),
  ])
  const extra = `---
title: Certificats
ms.contentlocale: fr-FR
---
# ${pair('bbbbb-101', 'Certificats', 'Certificates')}

${pair('bbbbb-102', 'Renouvelez le certificat <b>racine</b> chaque année.', 'Renew the <b>root</b> certificate every year.')}
${pair('bbbbb-103', 'Son nom est &lt;racine&gt; & Cie.', 'Its name is &lt;root&gt; & Co.')}
`
  return { ...Object.fromEntries(files), 'fr-FR/guide/certificates.md': extra }
}

function documentOf(locale: string, [title, intro, heading, failback, short]: Texts): string {
  const [sourceTitle, sourceIntro, sourceHeading, sourceFailback, sourceShort] = SOURCE
  return `---
title: ${title}
ms.contentlocale: ${locale}
---
# ${pair('aaaaa-101', title, sourceTitle)}

${pair('aaaaa-102', intro, sourceIntro)}

## ${pair('aaaaa-103', heading, sourceHeading)}

${pair('aaaaa-104', failback, sourceFailback)} ${pair('aaaaa-105', short, sourceShort)}
`
}
