import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { meetPeers } from '../../../../renderer/notes/peer-notes.ts'

/** A socket that behaves as in a browser: sending throws until it is open. */
class FakeSocket {
  static all: FakeSocket[] = []
  onopen: () => void = () => {}
  onclose: () => void = () => {}
  onmessage: (event: { data: string }) => void = () => {}
  open = false
  readonly sent: { readonly type: string; readonly data?: { readonly type: string } }[] = []
  constructor() {
    FakeSocket.all.push(this)
  }
  send(text: string): void {
    if (!this.open) throw new Error('Still in CONNECTING state.')
    this.sent.push(JSON.parse(text))
  }
  close(): void {}
  hears(message: unknown): void {
    this.onmessage({ data: JSON.stringify(message) })
  }
  opens(): void {
    this.open = true
    this.onopen()
  }
}

/** As much of a connection between browsers as is made before the other side answers. */
class FakeConnection {
  static all: FakeConnection[] = []
  onicecandidate: (event: unknown) => void = () => {}
  signalingState = 'stable'
  iceConnectionState = 'new'
  iceGatheringState = 'new'
  constructor() {
    FakeConnection.all.push(this)
  }
  createDataChannel = () => ({ close: () => {} })
  createOffer = () => new Promise(() => {})
  close(): void {}
}

beforeEach(() => {
  FakeSocket.all = []
  FakeConnection.all = []
  vi.stubGlobal('WebSocket', FakeSocket)
  vi.stubGlobal('RTCPeerConnection', FakeConnection)
  vi.stubGlobal('RTCSessionDescription', class {})
  vi.stubGlobal('RTCIceCandidate', class {})
})
afterEach(() => vi.unstubAllGlobals())

const signals = (socket: FakeSocket | undefined) => socket?.sent.filter(({ data }) => data?.type === 'signal') ?? []

it('a page that looks for another while the host is gone says nothing into a socket that is still connecting', async () => {
  const leave = meetPeers(new Y.Doc(), { room: 'hall', signalUrl: 'ws://127.0.0.1/signal', onPeers: () => {} })
  await vi.waitFor(() => expect(FakeSocket.all).toHaveLength(1))
  const [first] = FakeSocket.all
  first?.opens()
  first?.hears({ type: 'publish', topic: 'hall', data: { type: 'announce', from: 'another' } })
  await vi.waitFor(() => expect(FakeConnection.all).toHaveLength(1))
  const finds = () =>
    FakeConnection.all[0]?.onicecandidate({ candidate: { candidate: 'c', sdpMLineIndex: 0, sdpMid: '0' } })
  finds()
  await vi.waitFor(() => expect(signals(first)).toHaveLength(1))

  first?.onclose()
  await vi.waitFor(() => expect(FakeSocket.all).toHaveLength(2))
  expect(finds).not.toThrow()
  const second = FakeSocket.all[1]
  second?.opens()
  finds()
  expect(signals(second)).toHaveLength(1)
  leave()
})
