import { createHash } from 'node:crypto'
import { canonicalJson } from '../../../shared/core/canonical.ts'
import { type CommandId, commandId } from '../../../shared/core/ids.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Digest of a command's whole payload: what a resend must repeat exactly. */
export const payloadHash = (payload: {
  readonly stream: string
  readonly type: string
  readonly data: unknown
}): string => sha256(canonicalJson(payload))

/** The id of the command that follows from an event: the same whenever the step is taken again. */
export function idOfStep(cause: string): CommandId {
  const id = commandId.parse(`cm_${sha256(cause).slice(0, 24)}`)
  if (id === null) throw new Error('a digest is an id')
  return id
}
