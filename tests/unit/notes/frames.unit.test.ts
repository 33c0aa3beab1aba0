import { describe, expect, it } from 'vitest'
import { readCarets, writeCarets } from '../../../shared/notes/carets.ts'
import { carriesUpdate, type NotesFrame, readFrame, writeFrame } from '../../../shared/notes/frames.ts'

const bytes = new Uint8Array([1, 2, 3])
const frames: readonly NotesFrame[] = [
  { kind: 'syncStep1', stateVector: bytes },
  { kind: 'syncStep2', update: bytes },
  { kind: 'update', update: bytes },
  { kind: 'carets', carets: bytes },
  { kind: 'queryCarets' },
  { kind: 'saved', frames: 300 },
]

describe('a frame of the notes', () => {
  it.each(frames)('of kind $kind is read as it was written', (frame) => {
    expect(readFrame(writeFrame(frame))).toEqual(frame)
  })

  it('is laid out as in the y-websocket protocol', () => {
    expect([...writeFrame({ kind: 'syncStep1', stateVector: bytes })]).toEqual([0, 0, 3, 1, 2, 3])
    expect([...writeFrame({ kind: 'syncStep2', update: bytes })]).toEqual([0, 1, 3, 1, 2, 3])
    expect([...writeFrame({ kind: 'update', update: bytes })]).toEqual([0, 2, 3, 1, 2, 3])
    expect([...writeFrame({ kind: 'carets', carets: bytes })]).toEqual([1, 3, 1, 2, 3])
    expect([...writeFrame({ kind: 'queryCarets' })]).toEqual([3])
  })

  it('is none when it is cut anywhere or followed by anything', () => {
    for (const frame of frames) {
      const written = writeFrame(frame)
      for (let length = 0; length < written.length; length++) expect(readFrame(written.subarray(0, length))).toBeNull()
      expect(readFrame(new Uint8Array([...written, 0]))).toBeNull()
    }
  })

  it('never reads on into the bytes behind it', () => {
    const secret = new Uint8Array([0, 2, 6, 1, 2, 3, 42, 42, 42])
    expect(readFrame(secret.subarray(0, 6))).toBeNull()
  })

  it('is known to carry an update before it is read', () => {
    expect(frames.filter((frame) => carriesUpdate(writeFrame(frame))).map(({ kind }) => kind)).toEqual([
      'syncStep2',
      'update',
    ])
  })
})

describe('carets', () => {
  it('are read as they were written, without what is not of a caret', () => {
    const carets = [
      { clientId: 4_294_967_295, clock: 7, state: { n: '张宏发', k: 2, a: 'AAAA' } },
      { clientId: 1, clock: 8, state: null },
    ]
    expect(readCarets(writeCarets(carets))).toEqual(carets)
    const odd = [{ clientId: 1, clock: 1, state: { n: 5, x: 'y' } }] as never
    expect(readCarets(writeCarets(odd))).toEqual([{ clientId: 1, clock: 1, state: {} }])
  })

  it('take less than sixty bytes when a page says where it is', () => {
    expect(writeCarets([{ clientId: 4_294_967_295, clock: 99, state: { a: 'AgDakr2gDwDQAQE=' } }]).length).toBeLessThan(
      60,
    )
  })
})
