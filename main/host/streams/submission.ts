import type { CommandId } from '../../../shared/core/ids.ts'
import type { Actor } from '../../../shared/roles/roles.ts'

/** A command on its way into a stream: parsed as a frame, its data not yet. */
export type Submission = {
  readonly actor: Actor
  readonly id: CommandId
  /** Digest of the whole payload. */
  readonly hash: string
  readonly type: string
  readonly data: unknown
  /** For a step across streams: the place of the event from which it follows. */
  readonly cause?: string
}
