/** Whether bytes are an image that a person can see: MPO-2-7. Reads no text in it. */
import { imageSize } from 'image-size';
import type { SeenImage } from '../driver/visitor';

/** An image by its type and by its bytes, with a width and a height. */
export function decodesAsImage({ contentType, bytes }: SeenImage): boolean {
  if (!contentType.startsWith('image/')) return false;
  try {
    const { width, height } = imageSize(bytes);
    return width > 0 && height > 0;
  } catch {
    // The library throws for bytes of no known format: that is the answer.
    return false;
  }
}
