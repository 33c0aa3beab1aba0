import { LINE, SIZE, typefaces } from './typefaces.ts'

/** Parts of a Word file that the library would write without what is needed here. */

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

/** `word/fontTable.xml`: what takes the place of a font that a computer lacks. */
export function fontTable(): string {
  const fonts = Object.values(typefaces).map(
    ({ instead, name }) =>
      `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`,
  )
  return `${HEAD}<w:fonts ${NAMESPACE}>${fonts.join('')}</w:fonts>`
}

/**
 * `word/styles.xml`: 三号仿宋 on exact lines (5.2.2, 5.2.3) for all that says nothing else. Nothing is drawn to the grid
 * of lines: LibreOffice would give a title or a row of a form two lines for one.
 */
export function styleSheet(): string {
  const { name } = typefaces.body
  const run = `<w:rPr><w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:eastAsia="${name}" w:cs="${name}"/><w:sz w:val="${SIZE.three}"/><w:szCs w:val="${SIZE.three}"/><w:lang w:val="zh-CN" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr>`
  const paragraph = `<w:pPr><w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="${LINE}" w:lineRule="exact"/></w:pPr>`
  const defaults = `<w:docDefaults><w:rPrDefault>${run}</w:rPrDefault><w:pPrDefault>${paragraph}</w:pPrDefault></w:docDefaults>`
  const normal = `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>${paragraph}</w:style>`
  const table =
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
  return `${HEAD}<w:styles ${NAMESPACE}>${defaults}${normal}${table}</w:styles>`
}
