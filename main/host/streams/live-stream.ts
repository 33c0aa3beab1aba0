import type { CommandId } from '../../../shared/core/ids.ts'
import type { Viewer } from '../../../shared/roles/roles.ts'
import type { StreamName } from '../../../shared/streams/stream-name.ts'
import type { Outcome } from './answers.ts'
import type { Author } from './recorded-event.ts'
import type { UntakenStep } from './snapshot.ts'
import type { Submission } from './submission.ts'

/** A stream of whatever kind, as the hall and its sessions use it. */
export type LiveStream = {
  readonly name: StreamName
  /** The number of the last batch on the disk, and the mark of its history. */
  readonly seq: number
  readonly mark: string
  /**
   * Decides a command in this very turn of the event loop; resolves when its events are on the disk. A command seen
   * before gets its first answer. Rejects only when the journal fails.
   */
  submit(submission: Submission): Promise<Outcome>
  /** The first answer to a command of this author and id, or null if there was none. */
  answered(by: Author, id: CommandId, hash: string): Promise<Outcome> | null
  /** The confirmed state as the viewer may see it. */
  view(viewer: Viewer): unknown
  /** The batches after `seq` of the history that `mark` names, or null when they are not, or no longer, all at hand. */
  since(seq: number, mark: string): readonly ShownBatch[] | null
  /** Steps into other streams that are not known to have been taken, oldest first. */
  untaken(): readonly UntakenStep[]
  taken(cause: string): void
  /** Waits for what is in flight and leaves a snapshot, so that the next opening is fast. */
  close(): Promise<void>
}

/** What viewers are shown of a batch, and the seats whose own viewers are shown more of it than their role. */
export type ShownBatch = {
  readonly stream: StreamName
  readonly seq: number
  readonly mark: string
  readonly shownTo: (viewer: Viewer) => readonly unknown[]
  readonly seatsShownMore: ReadonlySet<string>
  readonly types: ReadonlySet<string>
}
