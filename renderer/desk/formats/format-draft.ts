import * as z from 'zod/mini'
import type { Immutable } from '../../../shared/core/messages.ts'
import { type Format, format } from '../../../shared/formats/format.ts'
import { speakingRules } from '../../../shared/formats/speaking-rules.ts'
import { formatFault } from './format-faults.ts'
import { keyed } from './ordered.ts'

const { parties, steps } = format.shape
const key = z.int()

/** Lines of the rules whose names may be empty still. */
const speeches = z.object({
  ...speakingRules.shape,
  pointsOfOrder: z.nullable(z.array(z.object({ name: z.string(), rank: z.int() }))),
  quotas: z.array(z.object({ party: z.string(), seconds: z.int() })),
})

/** A format that is being edited: texts may be empty still, lines have keys. */
const shape = z.object({
  ...format.shape,
  name: z.string(),
  about: z.string(),
  source: z.string(),
  parties: z.array(z.object({ ...parties.def.element.shape, name: z.string(), key })),
  steps: z.array(z.object({ ...steps.def.element.shape, name: z.string(), key })),
  speeches,
})

export type FormatDraft = Immutable<z.infer<typeof shape>>

/** What was kept on the device of an edit, null where nothing was; what an earlier version kept is none, it lacks rules. */
export const isDraft = (value: unknown): value is FormatDraft | null => value === null || shape.safeParse(value).success

export const draftOf = (one: Format): FormatDraft => ({
  ...one,
  parties: keyed(one.parties),
  steps: keyed(one.steps),
})

/** The format of a draft, or why it cannot be saved: `others` are the formats whose names are taken. */
export function formatOf(
  draft: FormatDraft,
  others: readonly Format[],
): { readonly ok: true; readonly format: Format } | { readonly ok: false; readonly fault: string } {
  const settled = { ...draft, ...(draft.decision === 'vote' ? {} : { ruleId: null, votingKinds: [] }) }
  const parsed = format.safeParse({ ...settled, actFirst: draft.decision === 'record' && draft.actFirst })
  const fault = formatFault(parsed.success ? parsed.data : draft)
  if (!parsed.success || fault !== null) return { ok: false, fault: fault ?? '' }
  const { data } = parsed
  if (others.some(({ formatId, name }) => formatId !== data.formatId && name === data.name)) {
    return { ok: false, fault: `已经有一个叫“${data.name}”的形式，请换个名称。` }
  }
  return { ok: true, format: data }
}
