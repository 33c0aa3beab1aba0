import { Awareness } from 'y-protocols/awareness'
import { WebrtcProvider } from 'y-webrtc'
import type * as Y from 'yjs'

/** A room holds eight. Not the same for all: with one number for everybody a room can fall apart into islands. */
const LEAST_CONNECTIONS = 8
const MORE_CONNECTIONS = 4

/**
 * Connects this document to those of the other writers in the room, without the host in between: they go on together when
 * the host is gone. No servers of the internet, no password (that needs what insecure pages lack), and no carets: those go
 * by the host alone. The function returned leaves the room.
 */
export function meetPeers(
  doc: Y.Doc,
  {
    onPeers,
    room,
    signalUrl,
  }: { readonly room: string; readonly signalUrl: string; readonly onPeers: (count: number) => void },
): () => void {
  // y-webrtc insists on one; nothing is ever put into it.
  const carets = new Awareness(doc)
  const provider = new WebrtcProvider(room, doc, {
    signaling: [signalUrl],
    awareness: carets,
    maxConns: LEAST_CONNECTIONS + Math.floor(Math.random() * MORE_CONNECTIONS),
    peerOpts: { config: { iceServers: [] } },
  })
  for (const line of provider.signalingConns) sendOnlyWhenOpen(line)
  provider.on('peers', ({ bcPeers, webrtcPeers }) => onPeers(bcPeers.length + webrtcPeers.length))
  return () => {
    // In this order: `destroy` alone leaves the signalling open. The room itself is gone a moment later.
    provider.disconnect()
    provider.destroy()
    carets.destroy()
  }
}

/**
 * While the host is away y-webrtc still hands its signals to a socket that is only just connecting, where sending throws. They
 * are dropped, as they are when there is no socket at all: whoever is connected again introduces himself anew.
 */
function sendOnlyWhenOpen(line: WebrtcProvider['signalingConns'][number]): void {
  const send = line.send.bind(line)
  line.send = (message: unknown) => {
    if (line.connected) send(message)
  }
}
