// A file of answers, read in the browser and sent as a message: in the model it would be saved with the notebook.

PARTS.answers = (model) => {
  const input = make("input", { type: "file", accept: ".json,application/json" });
  input.addEventListener("change", async () => {
    const [file] = input.files;
    if (file) model.send({ name: file.name, text: await file.text() });
    input.value = "";
  });
  return line("The file with your answers", input);
};
