import { MAX_PHOTO_BYTES, photoFault } from '../../../shared/contacts/photo.ts'
import { ok, type Result, refuse } from '../../../shared/core/result.ts'
import { pictureOnly } from './picture-only.ts'

/** A face in a list and beside a name: 3 by 4, as on an identity photo. */
const WIDTH = 240
const HEIGHT = 320
/** Each is tried until the picture is small enough. */
const QUALITIES = [0.85, 0.7, 0.5, 0.3]
const MAX_FILE_BYTES = 30 * 1024 * 1024

/** The part of a picture, in its own pixels, that fills 3 by 4 from the middle. */
export function middleOf(width: number, height: number) {
  const scale = Math.min(width / WIDTH, height / HEIGHT)
  const [w, h] = [WIDTH * scale, HEIGHT * scale]
  return { x: (width - w) / 2, y: (height - h) / 2, width: w, height: h }
}

/**
 * A file that was chosen, drawn anew as a small JPEG: what the camera wrote beside the picture, such as where it was
 * taken, stays behind. Resolves with the bytes, or with the sentence to say.
 */
export async function photoFrom(file: Blob): Promise<Result<Uint8Array, string>> {
  if (file.size > MAX_FILE_BYTES) return refuse('照片文件太大。请换一张 30 MB 以内的照片。')
  let picture: ImageBitmap
  try {
    picture = await createImageBitmap(file)
  } catch {
    return refuse('这张照片打不开。请换一张 JPG 或 PNG 照片。')
  }
  const canvas = document.createElement('canvas')
  canvas.width = WIDTH
  canvas.height = HEIGHT
  const { height, width, x, y } = middleOf(picture.width, picture.height)
  canvas.getContext('2d')?.drawImage(picture, x, y, width, height, 0, 0, WIDTH, HEIGHT)
  picture.close()
  for (const quality of QUALITIES) {
    const drawn = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality))
    const bytes = drawn === null ? null : pictureOnly(new Uint8Array(await drawn.arrayBuffer()))
    if (bytes !== null && bytes.length <= MAX_PHOTO_BYTES && photoFault(bytes) === null) return ok(bytes)
  }
  return refuse('这张照片没有处理好。请换一张再试。')
}
