// pdfjs-dist asks for a canvas of 33 MB to paint pages with, and makes one of its shapes as soon as it is loaded. We read
// words and lines and paint nothing, so these names are all it needs: the process that reads files may load no native code
// either. Whoever paints finds that nothing is there.
exports.DOMMatrix = function DOMMatrix() {};
exports.ImageData = function ImageData() {};
exports.Path2D = function Path2D() {};
