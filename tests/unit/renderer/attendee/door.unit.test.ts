import { describe, expect, it } from 'vitest'
import { codeIn, enterScanned, isCode, typedCode } from '../../../../renderer/attendee/door/code-in-address.ts'
import { HallClient } from '../../../../shared/client/hall-client.ts'
import { makeDeviceKey } from '../../../../shared/identity/device-key.ts'
import type { HostFrame } from '../../../../shared/protocol/host-frames.ts'
import { ScriptedHost } from '../../../fixtures/scripted-host.ts'
import { seededBytes } from '../../../fixtures/seeded-random.ts'
import { memberA, opening } from '../../../fixtures/small-meeting.ts'

describe('the code at the door', () => {
  it('is taken from a scanned address and from nothing else', () => {
    expect(codeIn('#482613')).toBe('482613')
    expect([codeIn(''), codeIn('#'), codeIn('#48261'), codeIn('#4826130'), codeIn('#48a613')]).toEqual(
      Array.from({ length: 5 }, () => null),
    )
  })

  it('may be typed with spaces and in full width, and never grows beyond six digits', () => {
    expect(typedCode('４８２ 613')).toBe('482613')
    expect(typedCode('48-26-13-99')).toBe('482613')
    expect(isCode(typedCode('4826'))).toBe(false)
  })
})

describe('a code that is scanned', () => {
  const { meetingId } = opening
  const welcome: HostFrame = {
    t: 'welcome',
    viewer: { role: 'member', seats: [memberA] },
    meetingId,
    streams: [],
    at: 0,
  }
  const page = () => {
    const host = new ScriptedHost()
    const client = new HallClient(host.runtime, { kind: 'device', key: makeDeviceKey(seededBytes(9)), meetingId: null })
    return { host, client }
  }

  it('by a device that is in an earlier meeting is shown as soon as it is in there, once', () => {
    const { client, host } = page()
    enterScanned(client, '482613')
    host.socket.open()
    host.socket.say(welcome, { t: 'names', names: {} })
    expect(host.socket.of('enter')).toEqual([{ t: 'enter', code: '482613' }])
  })

  it('into a page that is open and in a meeting is shown at once, and leads to the other door', () => {
    const { client, host } = page()
    host.socket.open()
    host.socket.say(welcome)
    enterScanned(client, '482613')
    expect(host.socket.of('enter')).toEqual([{ t: 'enter', code: '482613' }])
    const other = meetingId.replace(/.$/, (last) => (last === '0' ? '1' : '0')) as typeof meetingId
    host.socket.say({ t: 'names', names: {} }, { t: 'door', meetingId: other, title: '另一场', seats: [] })
    expect(client.phase).toMatchObject({ at: 'door', title: '另一场' })
    expect(host.socket.of('enter')).toHaveLength(1)
  })
})
