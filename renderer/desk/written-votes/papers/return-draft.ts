import type { WrittenOption } from '../../../../shared/meeting/written-votes/messages.ts'
import { markName } from '../../../../shared/wording/vote-words.ts'

/** What may be on a paper, in the order of its keys: 1 to 4. */
export const returnChoices: readonly { readonly option: WrittenOption; readonly key: string; readonly name: string }[] =
  [
    { option: 'for', key: '1', name: markName('for') },
    { option: 'against', key: '2', name: markName('against') },
    { option: 'abstain', key: '3', name: markName('abstain') },
    { option: 'invalid', key: '4', name: '无效' },
  ]

/** A paper that is being entered: kept on this device until it is entered, then nowhere but on the host. */
export type ReturnDraft = {
  /** A number, a house or a part of a name. */
  readonly query: string
  readonly unitId: string | null
  readonly option: WrittenOption | null
  readonly opinion: string
}

export const nothingEntered: ReturnDraft = { query: '', unitId: null, option: null, opinion: '' }

export function isReturnDraft(value: unknown): value is ReturnDraft {
  if (typeof value !== 'object' || value === null) return false
  const draft: Readonly<Record<string, unknown>> = { ...value }
  return (
    typeof draft['query'] === 'string' &&
    typeof draft['opinion'] === 'string' &&
    (draft['unitId'] === null || typeof draft['unitId'] === 'string') &&
    (draft['option'] === null || returnChoices.some(({ option }) => option === draft['option']))
  )
}

/** The draft's name on the device. */
export const returnDraftOf = (voteId: string): string => `written-return.${voteId}`
