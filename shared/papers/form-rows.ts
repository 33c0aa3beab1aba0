import { linesOf } from './plain-text.ts'

/** A cell's name and what stands in it. What is empty is filled in by hand, with room for so many lines. */
export type FormField = {
  readonly label: string
  readonly lines: readonly string[]
  readonly room: number
  /** A date to be written by hand: 年 月 日 with room between. */
  readonly dateByHand: boolean
}

/** 分段标题, one field over the whole width, or two side by side. */
export type FormRow =
  | { readonly kind: 'section'; readonly title: string }
  | { readonly kind: 'wide'; readonly field: FormField }
  | { readonly kind: 'pair'; readonly fields: readonly [FormField, FormField] }

const field = (label: string, more: Partial<FormField>): FormField => ({
  label,
  lines: [],
  room: 1,
  dateByHand: false,
  ...more,
})

/** What is known; left to be written by hand when it is not. */
export const filled = (label: string, value: string | null): FormField =>
  field(label, value === null ? {} : { lines: linesOf(value) })

export const printed = (label: string, choices: string): FormField => field(label, { lines: [choices] })

export const empty = (label: string, room: number): FormField => field(label, { room })

export const date = (label: string): FormField => field(label, { dateByHand: true })

export const wide = (one: FormField): FormRow => ({ kind: 'wide', field: one })

export const pair = (...fields: [FormField, FormField]): FormRow => ({ kind: 'pair', fields })
