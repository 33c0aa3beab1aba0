import { describe, expect, it } from 'vitest'
import { statusWords } from '../../../renderer/notes/status-words.ts'
import { notesCloseCodes, notesCloseReasonOf } from '../../../shared/notes/close-codes.ts'
import type { NotesStatus } from '../../../shared/notes/notes-client.ts'
import { closeCodes } from '../../../shared/protocol/close-codes.ts'
import { notesFarewells } from '../../../shared/wording/notes-farewells.ts'

const status: NotesStatus = {
  at: 'live',
  reason: null,
  write: true,
  room: null,
  loaded: true,
  unsaved: 0,
  savedAt: Date.parse('2026-11-22T15:02:41+08:00'),
}

describe('what is said below the notes', () => {
  it('is when they were saved, and what waits only when it waits for long', () => {
    expect(statusWords(status, false)).toBe('已存盘 15:02:41')
    expect(statusWords({ ...status, unsaved: 1 }, false)).toBe('已存盘 15:02:41')
    expect(statusWords({ ...status, unsaved: 1 }, true)).toContain('正在存盘')
  })

  it('tells the time of China, wherever the laptop believes to be', () => {
    expect(statusWords({ ...status, savedAt: Date.parse('2026-11-21T16:00:05Z') }, false)).toBe('已存盘 00:00:05')
  })

  it('never says saved where something is not', () => {
    for (const at of ['connecting', 'offline', 'refused'] as const)
      expect(statusWords({ ...status, at, unsaved: 3 }, true)).not.toContain('已存盘')
  })

  it('says how much is only on this device, and what will become of it', () => {
    expect(statusWords({ ...status, at: 'offline', unsaved: 3 }, true)).toBe('离线，先记着，连上后自动补上（3 处）')
    expect(statusWords({ ...status, at: 'refused', reason: 'storageFailed', unsaved: 3 }, true)).toMatch(
      /请联系工作人员.*有 3 处没有存上，留在本机/,
    )
  })

  it('tells a reader that it is one', () => {
    expect(statusWords({ ...status, write: false }, false)).toBe('只看')
  })
})

describe('the reasons for which the host closes the notes', () => {
  it('have codes of their own, and sentences that fit into a close frame', () => {
    const codes = Object.values(notesCloseCodes)
    expect(new Set([...codes, ...Object.values(closeCodes)]).size).toBe(codes.length + Object.keys(closeCodes).length)
    for (const code of codes) {
      const reason = notesCloseReasonOf(code)
      expect(reason).not.toBeNull()
      if (reason !== null) expect(Buffer.byteLength(notesFarewells[reason])).toBeLessThanOrEqual(123)
    }
    expect(notesCloseReasonOf(1006)).toBeNull()
  })
})
