"""What is done to a picture of a page: pure functions over arrays, OpenCV's order of colours."""
