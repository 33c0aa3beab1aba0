import type { ItemId, MeetingId, RandomBytes } from '../../../shared/core/ids.ts'
import type { ItemNotes } from '../../../shared/papers/item-section.ts'
import type { NotesPass } from '../../../shared/protocol/host-frames.ts'
import { addressOf } from '../../../shared/streams/stream-name.ts'
import type { Hall } from '../hall/hall.ts'
import type { HallLog } from '../hall/hall-log.ts'
import type { Storage } from '../storage/storage.ts'
import { NotesBoard } from './notes-board.ts'
import type { NotesHolder } from './notes-holder.ts'

/** Events after which somebody may write who could not, or the other way round. */
const CHANGES_RIGHTS = [
  'deviceBound',
  'deviceUnbound',
  'chairHandedOver',
  'scribeHandedOver',
  'meetingClosed',
  'meetingSealed',
]

/** The notes of a hall's meetings: a place for each agenda item, and word of every change of who may write. */
export class HallNotes {
  readonly board: NotesBoard
  readonly #hall: Hall
  readonly #stopWatching: () => void
  /** Places on their way to the disk. */
  readonly #making = new Set<Promise<void>>()

  constructor(
    hall: Hall,
    { log, random, storage }: { readonly storage: Storage; readonly random: RandomBytes; readonly log: HallLog },
  ) {
    this.#hall = hall
    this.board = new NotesBoard({
      storage,
      random,
      log,
      now: hall.now,
      onFailure: (error) => hall.storageFailed(error),
      mayMeet: () => hall.documents.settings.data.peerNotes,
    })
    this.#stopWatching = hall.watch({
      onBatch: ({ stream, types }) => {
        const address = addressOf(stream)
        if (address.kind !== 'meeting') return
        if (types.has('meetingOpened') || types.has('itemAdded')) this.#makeItems(address.id)
        if (CHANGES_RIGHTS.some((type) => types.has(type))) this.board.rightsChanged()
      },
      onDocument: (name) => name === 'settings' && this.board.rightsChanged(),
    })
    for (const { confirmed } of hall.streams.meetings()) {
      // A sealed meeting's notes are opened when somebody asks for them.
      if (confirmed.phase === 'open' || confirmed.phase === 'closed') this.#makeItems(confirmed.meetingId)
    }
  }

  async pass(meetingId: MeetingId, holder: NotesHolder): Promise<NotesPass | 'damaged' | null> {
    await this.board.open(meetingId)
    if (this.board.isDamaged(meetingId)) return 'damaged'
    return this.board.pass(meetingId, holder)
  }

  /**
   * What is written under each item of the agenda, with everything that was accepted by now and is on the disk; `damaged`
   * when their file cannot be read: a paper must not look as if nothing had been written.
   */
  async texts(meetingId: MeetingId): Promise<ItemNotes> {
    await this.board.open(meetingId)
    if (this.board.isDamaged(meetingId)) return 'damaged'
    await this.board.settled(meetingId)
    const texts = this.board.texts(meetingId)
    return new Map(
      this.#items(meetingId).flatMap((itemId) => {
        const text = texts.get(itemId)
        return text === undefined ? [] : [[itemId, text] as const]
      }),
    )
  }

  async end(): Promise<void> {
    this.#stopWatching()
    await Promise.all(this.#making)
    await this.board.end()
  }

  #makeItems(meetingId: MeetingId): void {
    const made = this.board
      .withItems(meetingId, this.#items(meetingId))
      .catch((error: unknown) => this.#hall.storageFailed(error))
      .finally(() => this.#making.delete(made))
    this.#making.add(made)
  }

  #items(meetingId: MeetingId): readonly ItemId[] {
    const meeting = this.#hall.streams.meeting(meetingId)?.confirmed
    return meeting === undefined || meeting.phase === 'unopened' ? [] : meeting.agenda.map((item) => item.itemId)
  }
}
