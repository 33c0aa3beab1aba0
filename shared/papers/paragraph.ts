import { printable } from './plain-text.ts'

/** A stretch of a paragraph in one kind of type. */
export type PaperRun = { readonly text: string; readonly bold: boolean }

/** 自然段: the layout indents its first line by two characters. */
export type PaperParagraph = readonly PaperRun[]

export const plain = (text: string): PaperParagraph => [{ text: printable(text), bold: false }]

export const textOf = (paragraph: PaperParagraph): string => paragraph.map((run) => run.text).join('')
