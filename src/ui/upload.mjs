// Sending one photo, with how far it is. A line on which nothing moves any more is given up and tried again.
const SILENCE = 60_000; // milliseconds

/**
 * Resolves with `{status, problem, retryAfter}`; rejects without network. `onProgress(bytes)` hears what left so far.
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
    request.onload = () => {
      let problem = {};
      try {
        problem = JSON.parse(request.responseText);
      } catch {
        // An answer without words.
      }
      resolve({ status: request.status, problem, retryAfter: Number(request.getResponseHeader("Retry-After")) || 0 });
    };
    request.onerror = request.onabort = () => reject(new Error("no network"));
    request.onloadend = () => clearTimeout(late);
    request.open(method, url);
    request.setRequestHeader("Participant", participant);
    moving();
    request.send(form);
  });
}

/** What a problem says, in the words for people. */
export function words(problem, status) {
  return (problem.errors ?? []).map((error) => error.detail).join(" ") || problem.detail || `HTTP ${status}`;
}
