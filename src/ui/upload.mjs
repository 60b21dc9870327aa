// Sending one photo, with how far it is. A line on which nothing moves any more is given up and tried again.
import { NAME, json } from "./answer.mjs";

const SILENCE = 60_000; // milliseconds

/**
 * Resolves with `{status, body, named, retryAfter}`; rejects without network. `onProgress(bytes)` hears what left so far.
 *
 * @param fields the fields of the form beside the photo; what is empty is left out
 */
export function upload({ method = "PUT", url, participant, photo, fields }, onProgress = () => {}) {
  const form = new FormData();
  form.append("photo", photo, "foto.jpg");
  for (const [name, value] of Object.entries(fields)) if (value !== undefined && value !== null && value !== "") form.append(name, value);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    let late;
    const moving = () => {
      clearTimeout(late);
      late = setTimeout(() => request.abort(), SILENCE);
    };
    request.upload.onprogress = ({ loaded }) => {
      moving();
      onProgress(loaded);
    };
    request.upload.onload = moving;
    request.onload = () => resolve({
      status: request.status, body: json(request.responseText), named: request.getResponseHeader(NAME),
      retryAfter: Number(request.getResponseHeader("Retry-After")) || 0,
    });
    request.onerror = request.onabort = () => reject(new Error("no network"));
    request.onloadend = () => clearTimeout(late);
    request.open(method, url);
    request.setRequestHeader("Participant", participant);
    moving();
    request.send(form);
  });
}
