// The file system of a kernel in a browser remembers which files it has seen. On the drive another window, or the list of files
// on the page, can take one away: the kernel would then wait without end for a file that is gone. So it looks each time.
(FS, drive) => {
  const { lookupNode } = FS;
  const seen = (parent, name) => {
    let node = FS.nameTable[FS.hashName(parent.id, name)];
    while (node && !(node.parent.id === parent.id && node.name === name)) node = node.name_next;
    return node;
  };
  FS.lookupNode = (parent, name) => {
    if (parent.mount.mountpoint === drive) {
      for (let node = seen(parent, name); node; node = seen(parent, name)) FS.hashRemoveNode(node);
    }
    return lookupNode(parent, name);
  };
}
