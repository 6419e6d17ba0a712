import 'city-compare/bundle';
