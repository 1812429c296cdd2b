/**
 * English function words that a missing space joins to the next name: “inSkype”, “theGrant”. What follows them is a name, but both together
 * are none.
 */
export const JOINED_WORDS: ReadonlySet<string> = new Set(
  'a about above after all an and any are as at be below by called can click for from have if in into is its named new not of on open or other our run see select that the their then these this to two under use using via was when where which with you your'.split(
    ' ',
  ),
)

/**
 * Names in camel case that languages translate or spell in their own way, in lower case: terms (“eDiscovery”, “FastTab”), protocols, devices.
 * From the terminology that Microsoft publishes per language (Microsoft Terminology Collection).
 */
export const TRANSLATED_NAMES: ReadonlySet<string> = new Set([
  'bluetooth',
  'ebook',
  'ecommerce',
  'ediscovery',
  'egovernment',
  'elearning',
  'email',
  'esignature',
  'factbox',
  'fasttab',
  'fasttrack',
  'hyperlink',
  'multiview',
  'webservice',
  'website',
  'wifi',
])

/** Extensions of file names that are no words, beyond those of `literalsOf`: a name with one keeps its dot. */
export const EXTENSIONS: ReadonlySet<string> = new Set(
  'adm admx adml aspx avi bak bin bmp cer cfg conf cpp crl crt cs csproj css csv dat db dll doc docx dotx edb eml etl evtx exe fs fsproj gif gz htm html ico inf ini ipynb iso jar java jpeg jpg js json ldf ldif lnk log lst md mdb mdf mht mov mp msg msi msp mst ndf nw nuspec odc oab ocx omsview ost otf pbit pbix pbids pdb pdf pem pfx png potx pptx pqx ps ps1 psd1 psm1 pst pub py pyc qs rar rdl reg resx rtf sch sdf sln sql sqlite svc svg swf sys tar tgz tif tiff tmp tmx trc ts tsv ttf txt udl vb vbs vcf vhd vhdx vsd vsdx wav webm webp wma wmv wsdl xap xaml xls xlsm xlsx xml xsd xsl yaml yml zip'.split(
    ' ',
  ),
)

/**
 * What shows in English that a word with a capital inside is the name of something in software: the name of its kind beside it
 * (“the MediaLine table”, “event editContact”), or what fields and parameters end with (“DomainName”).
 */
export const IDENTIFIED: {
  readonly before: RegExp
  readonly after: RegExp
  readonly ending: RegExp
  /** The number of a kind, whose name can be translated: “ErrorType 7”. */
  readonly numbered: RegExp
} = {
  before:
    /\b(?:attribute|class|column|event|field|function|key|method|object|parameter|property|role|table|value|variable)\s["“]?$/i,
  after:
    /^["”]?\s(?:attribute|class|cmdlet|column|container|element|enumeration|event|field|function|key|method|namespace|object|parameter|property|role|switch|table|template|type|value|variable|view|OU\b)/i,
  ending:
    /(?:Addr|Address|Attribute|Code|Count|Date|Enabled|Guid|GUID|I[Dd]|Identity|Key|Ledger|Name|Number|Path|Policy|Status|Time|Type|U[Rr][IiLl]|Value)s?$/,
  numbered: /^\s(?:\d|numbers?\b)/,
}
