import { useRef, useState } from 'react'
import { MAX_PASTED, pastedSheet } from '../files/pasted.ts'
import { readSheet } from '../files/read-sheet.ts'
import { MAX_ROWS, type Sheet, tooManyRows } from '../files/sheet.ts'

/** How far the dialog has come with a file or a pasted list. */
export type Source =
  | { readonly at: 'choosing'; readonly refusal: string | null }
  | { readonly at: 'reading'; readonly name: string }
  | { readonly at: 'read'; readonly name: string; readonly sheet: Sheet; readonly bytes: Uint8Array | null }

const NOTHING_PASTED = '没有粘贴任何内容。请先在 Excel 或微信里复制名单，再粘贴到这里。'

/** A table from a file or the clipboard. What is brought later makes an earlier reading void. */
export function useSheet() {
  const [source, setSource] = useState<Source>({ at: 'choosing', refusal: null })
  const turn = useRef(0)
  const read = async (name: string, bytesOf: () => Promise<Uint8Array>, wanted?: string) => {
    turn.current += 1
    const mine = turn.current
    setSource({ at: 'reading', name })
    // The page says what it does before it is busy doing it.
    await painted()
    const next = await readBytes(name, bytesOf, wanted)
    if (mine === turn.current) setSource(next)
  }
  return {
    source,
    readFile: (file: File) => void read(file.name, async () => new Uint8Array(await file.arrayBuffer())),
    readTable: (wanted: string) => {
      if (source.at !== 'read' || source.bytes === null) return
      const { bytes, name } = source
      void read(name, async () => bytes, wanted)
    },
    readPasted: (text: string) => {
      turn.current += 1
      setSource(pastedSource(text))
    },
    reset: () => {
      turn.current += 1
      setSource({ at: 'choosing', refusal: null })
    },
  }
}

async function readBytes(name: string, bytesOf: () => Promise<Uint8Array>, wanted?: string): Promise<Source> {
  try {
    const bytes = await bytesOf()
    const read = await readSheet(name, bytes, wanted)
    if (read.ok) return { at: 'read', name, sheet: read.value, bytes: read.value.names.length > 1 ? bytes : null }
    return { at: 'choosing', refusal: read.refusal.sentence }
  } catch {
    // Taken out with its USB stick, or open in a program that lets nobody else read it.
    return { at: 'choosing', refusal: `“${name}”打不开。请确认文件还在、没有被别的程序占用，再选一次。` }
  }
}

function pastedSource(text: string): Source {
  if (text.trim() === '') return { at: 'choosing', refusal: NOTHING_PASTED }
  const sheet = text.length > MAX_PASTED ? null : pastedSheet(text)
  const rows = sheet?.rows.length ?? text.split('\n').length
  if (sheet !== null && rows <= MAX_ROWS) return { at: 'read', name: '粘贴的名单', sheet, bytes: null }
  return { at: 'choosing', refusal: tooManyRows(rows).refusal.sentence }
}

const painted = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30))
