/* Keeps the picture of the links while the map moves: shifted and stretched, until it no longer covers what is in sight. To draw
 * some thousand lines with gaps takes longer than a frame may; to move their picture does not.
 */

import { Camera } from "./camera.js";

const MORE = 1.4; // how much wider and higher the picture is than what is in sight
const STRETCHED = 1.5; // how much it may be stretched or shrunk

export class Layer {
  #made = null; // the camera, scene, colours and dots that it was made for, and whether in full

  constructor(links) {
    this.links = links;
    this.canvas = document.createElement("canvas");
    this.probe = document.createElement("canvas").getContext("2d");
  }

  /** Draw the links, in steps where their picture has to be made anew. */
  *steps(context, camera, scene, colours, dots) {
    if (!this.#fits(camera, scene, colours, dots)) yield* this.#make(camera, scene, colours, dots);
    const { camera: from } = this.#made;
    const { x, y } = camera.seen(from.x - from.width / 2 / from.scale, from.y - from.height / 2 / from.scale);
    const stretch = camera.scale / from.scale;
    context.drawImage(this.canvas, x, y, from.width * stretch, from.height * stretch);
  }

  /** Have the links drawn that are noted down: a browser draws them all at once when they are looked at. */
  flush() {
    this.probe.drawImage(this.canvas, 0, 0, 1, 1, 0, 0, 1, 1);
  }

  #fits(camera, scene, colours, dots) {
    const made = this.#made;
    if (!made || made.state !== scene.state || made.colours !== colours || made.dots !== dots) return false;
    const [own, now] = [made.camera.sight(), camera.sight()];
    const stretch = camera.scale / made.camera.scale;
    const isAll = own.left <= now.left && own.right >= now.right && own.top <= now.top && own.bottom >= now.bottom;
    if (!isAll || stretch > STRETCHED || stretch < 1 / STRETCHED) return false;
    return scene.isMoving || (made.isFull && stretch === 1);
  }

  *#make(camera, scene, colours, dots) {
    const own = new Camera();
    own.resize(Math.ceil(camera.width * MORE), Math.ceil(camera.height * MORE));
    own.go({ x: camera.x, y: camera.y, scale: camera.scale }, true);
    const [width, height] = [Math.round(own.width * dots), Math.round(own.height * dots)];
    if (this.canvas.width !== width) this.canvas.width = width;
    if (this.canvas.height !== height) this.canvas.height = height;
    const context = this.canvas.getContext("2d");
    context.setTransform(dots, 0, 0, dots, 0, 0);
    context.clearRect(0, 0, own.width, own.height);
    yield* this.links.on({ context, camera: own, colours, dots, isQuick: scene.isMoving }).steps(scene);
    this.#made = { camera: own, state: scene.state, colours, dots, isFull: !scene.isMoving };
  }
}
