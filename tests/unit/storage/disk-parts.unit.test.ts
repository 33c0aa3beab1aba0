import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { syncDiskFolder } from '../../../main/host/storage/disk-sync.ts'
import { patiently } from '../../../main/host/storage/patiently.ts'
import { writeAll } from '../../../main/host/storage/write-all.ts'

const refused = (code: string) => Object.assign(new Error(code), { code })

describe('writing to a disk that takes a few bytes at a time', () => {
  it('goes on until every byte is written, each at its place', async () => {
    const disk: number[] = []
    const takesThree = async (bytes: Uint8Array, position: number) => {
      const taken = bytes.subarray(0, 3)
      for (const [index, byte] of taken.entries()) disk[position + index] = byte
      return { bytesWritten: taken.length }
    }
    await writeAll(takesThree, Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8), 2)
    expect(disk.slice(2)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })

  it('rejects when the disk takes nothing more, instead of trying for ever', async () => {
    await expect(writeAll(async () => ({ bytesWritten: 0 }), Uint8Array.of(1), 0)).rejects.toThrow('0 of 1')
  })
})

describe('renaming while a virus scanner holds the file', () => {
  it('tries again on Windows until the file is free', async () => {
    let tries = 0
    const rename = async () => {
      tries++
      if (tries < 4) throw refused('EPERM')
    }
    await patiently(rename, { platform: 'win32', pauseMs: 0 })
    expect(tries).toBe(4)
  })

  it('gives up with the error of the system after a while', async () => {
    const rename = async () => {
      throw refused('EBUSY')
    }
    await expect(patiently(rename, { platform: 'win32', pauseMs: 0 })).rejects.toThrow('EBUSY')
  })

  it('tries only once elsewhere, and only once for other errors', async () => {
    let tries = 0
    const rename = (code: string) => async () => {
      tries++
      throw refused(code)
    }
    await expect(patiently(rename('EPERM'), { platform: 'linux', pauseMs: 0 })).rejects.toThrow('EPERM')
    await expect(patiently(rename('ENOSPC'), { platform: 'win32', pauseMs: 0 })).rejects.toThrow('ENOSPC')
    expect(tries).toBe(2)
  })
})

describe('syncing a directory', () => {
  it('opens it, except on Windows where that is impossible', async () => {
    const root = await mkdtemp(join(tmpdir(), 'yishiting-sync-'))
    await syncDiskFolder(root)
    await rm(root, { recursive: true })
    await expect(syncDiskFolder(root)).rejects.toThrow('ENOENT')
    await expect(syncDiskFolder(root, 'win32')).resolves.toBeUndefined()
  })
})
